/** Pools of names. They are put together by chance, so nobody of the made-up trust is a person. */
import type { Chance } from './chance.ts'

/** Where a family's names come from, what it may speak at home and how the census would record it. */
export interface Heritage {
  readonly surnames: readonly string[]
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  /** BCP 47; blank is English. */
  readonly languages: readonly string[]
  readonly ethnicities: readonly string[]
}

const list = (words: string): readonly string[] => words.trim().split(/\s+/)

const BRITISH: Heritage = {
  surnames:
    list(`Ashdown Barrowby Calverton Dunkerley Eastwell Fenwright Garside Hallowell Inglesby Jessopp Kettleby Lowdham
    Marlowe Netherfield O'Hanlon Pemberton Quarmby Radcliffe Selston Thoresby Underhill Vickerstaff Wollaton Yardley Bramcote
    Cotgrave Draycott Elmsley Farnsfield Gedling Holme-Pierrepont Keyworth Linby Mapperley Newstead Ollerton Papplewick`),
  girls:
    list(`Amelia Isla Freya Poppy Evie Grace Florence Willow Elsie Phoebe Harriet Matilda Orla Niamh Bethan Imogen Daisy
    Martha Rosie Erin`),
  boys: list(`Oliver Harry Arthur Alfie Archie Theo Jack Finley Rory Ewan Stanley Albie Reuben Toby Dylan Rhys Callum Felix
    Elliot Jenson`),
  languages: [''],
  ethnicities: ['WBRI'],
}
const SOUTH_ASIAN: Heritage = {
  surnames: list(
    'Ahmadi Begumzada Chaudhri Dhaliwalia Gulzari Hussaini Kaurwal Mirzada Patelia Qureshani Rahmanwal Sandhuria',
  ),
  girls: list('Aisha Zara Maryam Anaya Simran Jasleen Hafsa Inaya Priya Meera'),
  boys: list('Muhammad Ayaan Zayn Ibrahim Harjit Arjun Rohan Yusuf Hamza Kabir'),
  languages: ['', '', 'ur', 'pa', 'gu', 'bn'],
  ethnicities: ['APKN', 'AIND', 'ABAN', 'AOTH'],
}
const EASTERN_EUROPEAN: Heritage = {
  surnames: list('Bielska Czarnota Dobrowolny Grabowiec Ionescaru Kowalik Lipnicki Moldovar Piotrkow Wronski'),
  girls: list('Zuzanna Maja Oliwia Hanna Ioana Kasia Lena Alicja'),
  boys: list('Jakub Filip Kacper Mateusz Andrei Oskar Tomasz Wiktor'),
  languages: ['pl', 'ro', 'lt', ''],
  ethnicities: ['WOTH'],
}
const AFRICAN_CARIBBEAN: Heritage = {
  surnames: list(
    'Adebanji Boatengwa Campbellton Danquarta Ezeokwu Fordham-Grant Kamaraji Mensahene Nwachuku Okoroafor Tewodrosi',
  ),
  girls: list('Adaeze Temperance Ama Folasade Naomi Zuri Makeda Efua'),
  boys: list('Kofi Tunde Isaiah Emeka Kwame Malachi Dawit Jermaine'),
  languages: ['', '', 'so', 'am', 'fr'],
  ethnicities: ['BAFR', 'BCRB', 'BOTH', 'MWBA', 'MWBC'],
}
const FURTHER: Heritage = {
  surnames: list('Al-Karimi Barzanji Chenwei Farahmand Guoliang Haddadin Linh-Tran Nguyenova Saidani Yildirimci'),
  girls: list('Layla Mei Noor Yara Linh Shirin Hua Sama'),
  boys: list('Omar Jun Karim Bao Idris Rebin Wei Emre'),
  languages: ['ar', 'zh', 'fa', 'ku', 'tr', 'vi'],
  ethnicities: ['CHNE', 'OOTH', 'MWAS', 'MOTH', 'AOTH'],
}

/** One heritage, about as often as in an English town. */
export const heritageOf = (chance: Chance): Heritage =>
  chance.weighted([
    [BRITISH, 66],
    [SOUTH_ASIAN, 13],
    [EASTERN_EUROPEAN, 8],
    [AFRICAN_CARIBBEAN, 8],
    [FURTHER, 5],
  ])

/** First names of grown-ups, whatever the family. */
export const GROWN_UPS = {
  women: list(
    'Alison Bridget Carys Denise Elaine Fiona Gemma Helen Janet Kirsty Lorna Monique Nadia Ruth Samira Teresa Wanda Yvonne',
  ),
  men: list(
    'Adrian Barnaby Clive Darren Edmund Faisal Gareth Howard Ivor Joseph Keith Leon Marek Nigel Rashid Stuart Trevor Wesley',
  ),
} as const

export const STREETS = list(
  'Alder Beechcroft Cinder Damson Elderflower Foundry Garnet Hawthorn Juniper Kiln Larkspur Millrace Orchard Priory Rowan Sorrel',
)

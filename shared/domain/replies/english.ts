/** Common words of English texts: by them a language is told, and a name from what is no name. */
import { MEANINGS } from './meanings.ts'
import { COMING } from './words.ts'

const split = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word.length > 0)

/** The commonest words of English texts: a text of some length with hardly any of them is in a language we cannot read. */
export const ENGLISH: ReadonlySet<string> = new Set(
  split(`
    about after again all am and any anything appointment are arent as asap at away baby back bad be because been before being bit both but
    by bye call can cant cheers child children come coming cos could couldnt cya dad daughter day days did didnt do doctor does doesnt doing
    done dont down emailed even ever every everyone evening family fine for forgot friday from get gets getting give go goes going gone gonna good got had
    has hasnt have havent having he hello help hello her here hes hey hi him his home hope hospital house how hows i ill im in into is isnt it its
    ive just keep keeping kids know last late later leave let like little lol long look made make many may maybe me mon monday more morning much mum must my
    nan need never new next night no not nothing now of off ok okay on once one only or other our out over phone phoned please poorly pls put
    really reply ring said sat saw say school see she shes should sick since so some son soon sorry still sun sure take text thank thanks
    that thats the their them then there theres they theyre thing think this thu thurs thursday till time to today told tomorrow
    tonight too took tue tues tuesday unable until up us very want wanted was wasnt way we wed wednesday week well went were weve what when where
    which who whole why will with wont work would x xx xxx yeah yep yes yesterday yet you your youre`),
)

const OTHERS = split(`
  fri saturday sunday january february march april june july august september october november december everything something someone
  anyone nobody everybody lad lass boy girl boys girls twins twin sister brother cousin auntie aunty uncle nanny nana gran grandma
  grandad grandmother grandfather mother father mummy daddy stepdad stepmum partner husband wife ex dog cat throat tummy stomach belly
  head ear ears eye eyes nose mouth tooth teeth leg legs arm arms hand hands foot ankle knee chest skin voice taxi car bus train traffic
  alarm weather snow road roads teacher class office driver minibus lift surgery nurse consultant paramedic paramedics ambulance test tests result results
  medicine antibiotics calpol symptoms fever glands breathing tiredness boiler electric heating water uniform shoes shoe bag lunch pe swimming
  party trip mam dads mums whoever also always usually definitely probably obviously apparently currently literally unfortunately hopefully afraid
  feeling feels felt looking looks seems unsure left right half gran rest message messages letter email neither either same`)

/** Words that stand before "is" or "has" and are nobody's name. */
export const NO_NAMES: ReadonlySet<string> = new Set([
  ...ENGLISH,
  ...OTHERS,
  ...MEANINGS.flatMap(({ words }) => words.flatMap(split)),
  ...COMING.flatMap(split),
])

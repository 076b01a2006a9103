/** The plain words by which replies are read that give no reason. Nothing here is learned or guessed. */

export const COMING = [
  ...[
    'on the bus',
    'on the way',
    'on our way',
    'on my way',
    'on his way',
    'on her way',
    'on their way',
    'on way',
    'omw',
  ],
  ...[
    'running late',
    'runnin late',
    'be late',
    'bit late',
    'late today',
    'late this morning',
    'overslept',
    'over slept',
  ],
  ...['slept in', 'slept through', 'woke up late', 'alarm didnt go off', "alarm didn't go off", 'stuck in traffic'],
  ...[
    'stuck in trafic',
    'bad traffic',
    'missed the bus',
    'missed bus',
    'bus is late',
    'bus was late',
    'car broke down',
  ],
  ...['flat tyre', 'will be in', 'coming in now', 'coming in late', 'coming in later', 'in later', 'bringing him'],
  ...['bringing her', 'bringing them', 'just left', 'just leaving', 'leaving now', 'nearly there', 'almost there'],
  ...['be there in', 'be there soon', 'just parking', 'walking in', 'dropping him', 'dropping her', 'dropping them'],
]

const WHO =
  'dad|daddy|father|mum|mummy|mother|nan|nanny|nana|nanna|gran|granny|grandma|grandmother|grandad|grandparent|auntie|aunty|aunt|' +
  'uncle|sister|brother|cousin|friend|mate|stepdad|stepmum|childminder'
/** "At her dad's", "with nan", "staying at his friends": said by somebody who does not have the child with them. */
export const WITH_SOMEBODY = new RegExp(
  `(?:^|[^a-z])(?:at|with|round)\\s(?:(?:her|his|their|my|the|a)\\s)?(?:${WHO})(?:'?s)?(?![a-z])`,
)

/** The child is somewhere else, or is thought to be in school: no reason to authorise, and a person rings. */
export const ELSEWHERE = [
  ...[
    'should be in',
    'should be there',
    'should be at school',
    'went to school',
    'left for school',
    'he left',
    'she left',
  ],
  ...['they left', 'left the house', 'left home at', 'dropped off', 'dropped him', 'dropped her', 'dropped them'],
  ...[
    'sent him',
    'sent her',
    'sent them',
    'is in school',
    'is at school',
    'are in school',
    'are at school',
    'in class',
  ],
  ...['thought he was', 'thought she was', 'thought they were', 'walked in with', 'got on the bus', 'saw her go in'],
  ...['saw him go in', 'took her in', 'took him in', 'took them in', 'dont know where', "don't know where"],
  ...[
    'we moved',
    'have moved',
    'moved to',
    'moved house',
    'moving to',
    'new school',
    'another school',
    'different school',
  ],
  ...['not with me', 'isnt with me', "isn't with me", 'my ex has', 'what do you mean'],
]

export const WRONG_NUMBER = [
  ...[
    'wrong number',
    'wrong person',
    'wrong no',
    'who is this',
    'who is that',
    'whos this',
    "who's this",
    'who are you',
  ],
  ...['dont have a child', "don't have a child", 'dont have children', "don't have children", 'dont have any kids'],
  ...[
    "don't have any kids",
    'havent got kids',
    "haven't got kids",
    'no children',
    'not my child',
    'not my kid',
    'new phone who',
  ],
]

/** What phones and mailboxes answer by themselves. */
export const AUTOMATIC = [
  ...[
    "i'm driving",
    'im driving',
    'i am driving',
    'out of office',
    'out of the office',
    'automatic reply',
    'auto reply',
  ],
  ...['auto-reply', 'automated response', 'do not disturb', 'in a meeting', 'sent from my car', "can't talk right now"],
  ...['cant talk right now', "i'll call you back", 'ill call you back', 'call you later', 'call you right back'],
  ...['message failed to send', 'not monitored'],
]

/** Alone in a text, as the carriers read them. */
export const STOP = [
  ...['stop', 'stopall', 'stop all', 'unsubscribe', 'end', 'quit', 'cancel', 'optout', 'opt out', 'revoke'],
]

/** Alone in a text: the same phone allows texts again. */
export const START = ['start', 'unstop', 'optin', 'opt in', 'subscribe']

/** Said of a child who is well again or was ill before today: a person reads what is meant. */
export const BETTER = [
  ...['better now', 'feeling better', 'feels better', 'much better', 'all better', 'lot better', 'better today'],
  ...['fine now', 'fine today', 'ok now', 'recovered', 'over it now'],
]

/** Lays sentences out for a terminal and a printer alike: one width, labels in the margin. */
const WIDTH = 100

/** Breaks a sentence into lines; all but the first are indented. */
export const wrap = (text: string, indent: number, width = WIDTH): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((each, index) => (index === 0 ? each : `${' '.repeat(indent)}${each}`))
}

/** A sentence with its label in the margin. */
export const labelled = (label: string, say: string, margin: number): readonly string[] =>
  wrap(say, margin + 2).map((line, index) => (index === 0 ? `  ${label.padEnd(margin)}${line}` : line))

/** A title between empty lines. */
export const titled = (title: string): readonly string[] => ['', title.toUpperCase(), '']

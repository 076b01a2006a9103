/** Pictures of attendance. */
import type { Chart } from '../report.ts'

/** A scale that holds all points and lines of an attendance chart, to whole fives, and is never so narrow that nothing looks like much. */
export const scaleOf = (tenths: readonly (number | null)[]): { readonly from: number; readonly until: number } => {
  const known = tenths.flatMap((each) => each ?? [])
  const least = known.length === 0 ? 0 : Math.min(900, ...known)
  return { from: Math.max(0, Math.floor(least / 50) * 5), until: 100 }
}

/** A chart of attendance by group, with lines to compare by. */
export const attendanceChart = (title: string, series: Chart['series'], lines: Chart['lines'] = []): Chart => ({
  title,
  unit: '%',
  ...scaleOf([
    ...series.flatMap(({ points }) => points.map(({ tenths }) => tenths)),
    ...lines.map(({ tenths }) => tenths),
  ]),
  series,
  lines,
})

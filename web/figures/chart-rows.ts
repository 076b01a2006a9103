/** A chart by rows: where on the scale each mark stands. */
import type { Section } from './figure-table.tsx'

type Chart = NonNullable<Section['chart']>

export interface ChartRow {
  readonly label: string
  readonly marks: readonly { readonly series: number; readonly place: number }[]
  /** The numbers at the end of the row. */
  readonly shown: string
}

/** Per cent of the way from the beginning of the scale to its end; never outside. */
export const placeOf = ({ from, until }: Pick<Chart, 'from' | 'until'>, tenths: number): number =>
  Math.min(100, Math.max(0, ((tenths / 10 - from) * 100) / (until - from)))

export const chartRows = (chart: Chart): readonly ChartRow[] => {
  const labels = [...new Set(chart.series.flatMap(({ points }) => points.map(({ label }) => label)))]
  return labels.map((label) => {
    const found = chart.series.map(({ points }) => points.find((point) => point.label === label)?.tenths ?? null)
    return {
      label,
      marks: found.flatMap((tenths, series) => (tenths === null ? [] : [{ series, place: placeOf(chart, tenths) }])),
      shown: found.map((tenths) => (tenths === null ? '–' : (tenths / 10).toFixed(1))).join(' / '),
    }
  })
}

import { chartRows, placeOf } from './chart-rows.ts'
import type { Section } from './figure-table.tsx'

type Chart = NonNullable<Section['chart']>

const SHAPES = ['disc', 'diamond'] as const

/** Marks on a scale, a row for each group. Series are told apart by the shape of their marks and by name, never by colour. */
export const FigureChart = ({ chart }: { readonly chart: Chart }) => (
  <figure className="fb-chart">
    <figcaption>
      {chart.title}
      {chart.from === 0 ? '' : ` (the scale begins at ${chart.from}${chart.unit})`}
    </figcaption>
    {/* Every number of it stands in the table as well, where it can be listened to. */}
    <div aria-hidden="true">
      <ul className="fb-chart__rows">
        {chartRows(chart).map(({ label, marks, shown }) => (
          <li key={label}>
            <span className="fb-chart__label">{label}</span>
            <span className="fb-chart__track">
              {chart.lines.map(({ name, tenths }) => (
                <span className="fb-chart__line" key={name} style={{ left: `${placeOf(chart, tenths)}%` }} />
              ))}
              {marks.map(({ series, place }) => (
                <span
                  className={`fb-chart__mark fb-chart__mark--${SHAPES[series]}`}
                  key={series}
                  style={{ left: `${place}%` }}
                />
              ))}
            </span>
            <span className="fb-chart__number">{shown}</span>
          </li>
        ))}
      </ul>
      <ul className="fb-chart__key">
        {chart.series.map(({ name }, at) => (
          <li key={name}>
            <span className={`fb-chart__sample fb-chart__mark--${SHAPES[at]}`} /> {name}
          </li>
        ))}
        {chart.lines.map(({ name, tenths }) => (
          <li key={name}>
            <span className="fb-chart__dash" /> {name}: {(tenths / 10).toFixed(1)}
            {chart.unit}
          </li>
        ))}
      </ul>
    </div>
  </figure>
)

import type * as z from 'zod'
import { TrustExtractsAnswer } from '../../events/api/extracts.ts'
import { useLive } from '../client/live.ts'
import { ListPart } from '../lead/list-part.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import { CollectButton } from './collect-part.tsx'
import { periodInWords } from './period.ts'
import { kindInWords, many } from './words.ts'

type TrustExtract = z.output<typeof TrustExtractsAnswer>['extracts'][number]

const WHY: Readonly<Record<TrustExtract['leftOut'][number]['because'], string>> = {
  'not-made': 'not made yet',
  'older-columns': 'made with older columns',
  encrypted: 'encrypted for a key of its own; collect it there',
}

const Row = ({ extract, after }: { readonly extract: TrustExtract; readonly after: () => Promise<void> }) => {
  const { id, kind, says, period, rows, academies, leftOut } = extract
  const of = `${kindInWords(kind)}, ${periodInWords(period)}`
  const path = `/trust/extracts/${id}/collect`
  return (
    <li className="fb-row">
      <div className="fb-row__facts">
        <h3 className="fb-row__subject">
          {kindInWords(kind)} <span className="fb-row__class">{periodInWords(period)}</span>
        </h3>
        <p className="fb-row__happened">
          {leftOut.length === 0 ? (
            <Tag tone="good">All academies</Tag>
          ) : (
            <Tag tone="waiting">{leftOut.length} missing</Tag>
          )}{' '}
          {many(rows, 'row', 'rows')} of{' '}
          {academies.map(({ academy, rows: own }) => `${academy.name} (${own})`).join(', ')}
        </p>
        {leftOut.map(({ academy, because }) => (
          <p className="fb-row__next" key={academy.id}>
            Without {academy.name}: {WHY[because]}.
          </p>
        ))}
        <p className="fb-row__next">{says}</p>
      </div>
      <div className="fb-row__ways">
        <CollectButton
          says="Collect as one file"
          of={of}
          path={path}
          body={{ part: 'data' }}
          look="plain"
          after={after}
        />
        <CollectButton says="List" of={`what is in it: ${of}`} path={path} body={{ part: 'manifest' }} after={after} />
      </div>
    </li>
  )
}

/** The extracts of every academy for the Trust, put together by kind and period. */
export const TrustExtractsPage = () => {
  const live = useLive(TrustExtractsAnswer, '/trust/extracts')
  const extracts = live.value?.extracts ?? []
  return (
    <Page
      title="Extracts of all academies"
      about="Each kind and period as one file. Every academy’s own list says who has taken its rows."
    >
      <Freshness live={live} />
      {live.value ? (
        <ListPart
          title="By period"
          empty="No academy has made an extract for you yet. What each makes at night stands here as one file a period."
          count={extracts.length}
        >
          {extracts.map((extract) => (
            <Row key={extract.id} extract={extract} after={live.refresh} />
          ))}
        </ListPart>
      ) : null}
    </Page>
  )
}

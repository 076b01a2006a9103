import { spokenDate } from '../../shared/domain/time.ts'

export const periodInWords = ({ from, until }: { readonly from: string; readonly until: string }): string =>
  from === until ? spokenDate(from) : `${spokenDate(from)} to ${spokenDate(until)}`

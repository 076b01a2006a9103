export { MOST_DAYS, readDate, readWord, TOO_LONG } from '../../shared/api/query.ts'

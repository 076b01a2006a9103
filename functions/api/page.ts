export { cursorAt, PAGE_SIZE, pageOf, readCursor } from '../../shared/api/page.ts'

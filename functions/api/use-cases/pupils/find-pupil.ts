export { findPupil } from '../../../../shared/api/pupils.ts'

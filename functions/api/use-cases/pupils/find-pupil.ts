export { findPupil, findPupilOrLeaver } from '../../../../shared/api/pupils.ts'

import { type Place, type SignedIn, signIn } from '../client/sign-in-state.ts'

interface SchoolPickerProps {
  readonly who: SignedIn
  readonly places: readonly Place[]
}

/** Somebody of the Trust may be at a school where they have no role of their own. */
const withHere = ({ academy, as }: SignedIn, places: readonly Place[]): readonly Place[] =>
  places.some((place) => place.academy === academy) ? places : [{ academy, as }, ...places]

/** For whoever has a role at more than one school: at which they are. */
export const SchoolPicker = ({ who, places }: SchoolPickerProps) => (
  <select
    className="fb-head__places"
    aria-label="School and role"
    value={who.academy}
    onChange={({ target }) => {
      const place = places.find(({ academy }) => academy === target.value)
      if (place) signIn({ ...who, ...place })
    }}
  >
    {withHere(who, places).map(({ academy, as }) => (
      <option key={academy} value={academy}>
        {as}, {academy}
      </option>
    ))}
  </select>
)

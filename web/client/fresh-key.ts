/** A key for one request: asked for again under it, it is carried out once. */
export const freshKey = (): string => crypto.randomUUID()

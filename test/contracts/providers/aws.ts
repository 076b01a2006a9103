/** What a client of AWS needs to ask a server on this machine. */
export const forAws = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-2',
  credentials: { accessKeyId: 'made-up', secretAccessKey: 'made-up' },
})

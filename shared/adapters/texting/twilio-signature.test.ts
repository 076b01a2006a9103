import { expect, test } from 'vitest'
import { twilioSignature, twilioSignatures } from './twilio-signature.ts'

// The worked example of Twilio's documentation on validating signatures.
const TOKEN = '12345'
const URL_CALLED = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const FORM = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
}

test('is that of Twilio’s own example', () => {
  expect(twilioSignature(URL_CALLED, new URLSearchParams(FORM), TOKEN)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
})

test('the order in which the fields come does not matter, what they say does', () => {
  const turned = new URLSearchParams(Object.entries(FORM).toReversed())
  expect(twilioSignature(URL_CALLED, turned, TOKEN)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
  turned.set('Digits', '1235')
  expect(twilioSignature(URL_CALLED, turned, TOKEN)).not.toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
})

test.each([
  ['https://school.example/hooks/twilio/receipt', 'https://school.example/hooks/twilio/sms?a=1', true],
  ['https://school.example/hooks/twilio/receipt', 'https://school.example:443/hooks/twilio/sms?a=1', true],
  ['https://school.example/hooks/twilio/receipt', 'https://school.example:8443/hooks/twilio/sms?a=1', false],
  ['https://school.example/hooks/twilio/receipt', 'https://another.example/hooks/twilio/sms?a=1', false],
  ['https://school.example:8443/hooks/twilio/receipt', 'https://school.example:8443/hooks/twilio/sms?a=1', true],
  ['https://school.example:8443/hooks/twilio/receipt', 'https://school.example:443/hooks/twilio/sms?a=1', false],
])('an operator who gave %s: a call signed for %s counts: %s', (statusCallback, called, counts) => {
  const form = new URLSearchParams(FORM)
  const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: TOKEN, statusCallback }
  const accounts = [{ notify: {}, twilio: { trust: account }, wonde: {} }]
  const signatures = twilioSignatures(accounts, '/hooks/twilio/sms?a=1', form)
  expect(signatures.includes(twilioSignature(called, form, TOKEN))).toBe(counts)
})

/** The API described as OpenAPI 3.1, from the schemas that parse its requests. */
import * as z from 'zod'
import { Problem } from '../../../events/api/problem.ts'
import { API_ROUTES } from '../../../shared/api/tables/api-routes.ts'
import { ANSWERS } from './answers.ts'
import { BODIES } from './bodies.ts'

const done = (answer: z.ZodType | undefined) => ({
  description: 'Done.',
  ...(answer ? { content: { 'application/json': { schema: z.toJSONSchema(answer) } } } : {}),
})

const problem = {
  description: 'What is wrong and what to do (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const operation = (route: string, says: string, open: boolean) => {
  const [method = '', path = ''] = route.split(' ')
  const short = `${method} ${path.replace('/academies/{academy}/', '')}`
  const body = BODIES[short]
  const csv = method === 'POST' && /\/imports\/\{file\}(\/suggest)?$/.test(path)
  return {
    summary: says,
    operationId: short
      .replace(/[^A-Za-z]+/g, '-')
      .replace(/-$/, '')
      .toLowerCase(),
    ...(open ? { security: [] } : {}),
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } },
          },
        }
      : {}),
    ...(csv ? { requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } } } : {}),
    responses: { '2XX': done(ANSWERS[short]), '4XX': problem, '5XX': problem },
  }
}

/** The whole description, as served at `/openapi.json`. */
export const openApi = () => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { route, says, open = false } of API_ROUTES) {
    const [method = '', path = ''] = route.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route, says, open) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Firstbell',
      version: '1',
      description:
        'Registers and follow-up of absence, for an academy trust. Instants are UTC; dates and sessions are local.',
    },
    security: [{ signIn: [] }],
    paths,
    components: {
      securitySchemes: { signIn: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Problem: z.toJSONSchema(Problem),
      },
    },
  }
}

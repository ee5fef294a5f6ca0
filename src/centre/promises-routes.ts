import type { Http } from '../platform/http.ts'
import { sendPublic } from './answer.ts'
import { langOf } from './browser.ts'
import { framed } from './frame.ts'
import { onlyMethods } from './pages.ts'
import type { CentreParts } from './parts.ts'
import { promisesJson, promisesPage, promisesSeen } from './promises-page.ts'
import { sayIn } from './words.ts'

/** `/promises` and `/promises.json`: every promise of the policy, and what was seen of it. */
export function servePromises(http: Http, parts: CentreParts): void {
  const seenNow = async () =>
    promisesSeen(parts.policy(), await parts.sightings(), parts.clock.now())
  http.get('/promises', async (request, reply) => {
    const lang = langOf(request)
    const body = promisesPage(await seenNow(), lang, parts.clock.now())
    const page = { title: sayIn(lang)('promises.title'), path: '/promises', body }
    void reply.header('vary', 'accept-language').header('content-language', lang)
    const text = framed(parts.policy(), lang, page)
    return sendPublic(request, reply, text, 'text/html; charset=utf-8')
  })
  onlyMethods(http, parts, '/promises', ['GET'])
  http.get('/promises.json', async (request, reply) => {
    const twin = promisesJson(await seenNow(), parts.policy(), parts.clock.now())
    const text = `${JSON.stringify(twin, null, 2)}\n`
    return sendPublic(request, reply, text, 'application/json; charset=utf-8')
  })
  onlyMethods(http, parts, '/promises.json', ['GET'])
}

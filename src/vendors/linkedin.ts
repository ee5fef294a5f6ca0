import type { Told } from './event.ts'
import type { Kind } from './kind.ts'

const VERSION = '202509'

/**
 * LinkedIn's Conversions API, one declared conversion. It must be about somebody: the id of a click
 * is chance, so that it is about nobody.
 */
export const linkedin: Kind = {
  base: 'https://api.linkedin.com',
  needs: ['CONVERSION_ID', 'ACCESS_TOKEN'],
  eventsMax: 1,
  names: { purchase: 'purchase', goal: 'goal' },
  shape: [
    'conversion',
    'conversionHappenedAt',
    'conversionValue.currencyCode',
    'conversionValue.amount',
    'eventId',
    'user.userIds[].idType',
    'user.userIds[].idValue',
  ],
  request: (events, settings, base) => {
    const [event] = events
    return {
      url: `${base}/rest/conversionEvents`,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${settings.ACCESS_TOKEN ?? ''}`,
        'linkedin-version': VERSION,
        'x-restli-protocol-version': '2.0.0',
      },
      body: JSON.stringify(event ? payload(event, settings.CONVERSION_ID ?? '') : {}),
    }
  },
}

function payload({ at, value, currency, id, nobody }: Told, conversion: string) {
  const hasValue = value !== undefined && currency !== undefined
  const idValue = Buffer.from(nobody).toString('hex').slice(0, 32)
  return {
    conversion: `urn:lla:llaPartnerConversion:${conversion}`,
    conversionHappenedAt: at,
    conversionValue: hasValue ? { currencyCode: currency, amount: value.toFixed(2) } : undefined,
    eventId: id,
    user: { userIds: [{ idType: 'LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID', idValue }] },
  }
}

import MatomoTracker from 'matomo-tracker'

/** Events of a server, sent to Lupaus instead of Matomo. */
export function connect(lupaus: string): MatomoTracker {
  return new MatomoTracker('shop-server', `${lupaus}/matomo.php`)
}

/** What every request says: the secret of the source, and the receipt of the customer's choice. */
export function always(key: string, receipt: string | undefined) {
  return { token_auth: key, ...(receipt === undefined ? {} : { lupaus_receipt: receipt }) }
}

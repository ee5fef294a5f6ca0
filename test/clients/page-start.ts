import { whenAllowed } from './connect/when-allowed.ts'

// The small script of the shop's page: nothing of an SDK is loaded before somebody has agreed.

whenAllowed('analytics', () => {
  const script = document.createElement('script')
  script.src = '/page.js'
  document.head.append(script)
})

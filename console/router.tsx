import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { isDay } from './period.ts'
import { NotFound } from './pages/not-found.tsx'
import { OverviewPage } from './pages/overview.tsx'
import { RefusalsPage } from './pages/refusals.tsx'
import { SetupPage } from './pages/setup.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { Shell } from './parts/shell.tsx'

/** What the address of a page of figures says: a number of days up to today, or two days. */
type PeriodSearch = {
  readonly days?: number
  readonly from?: string
  readonly to?: string
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const periodIn = (search: Record<string, unknown>): PeriodSearch => {
  const { days, from, to } = search
  if (isDay(from) && isDay(to)) return { from, to }
  return days === 7 || days === 90 ? { days } : {}
}

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: OverviewPage,
  validateSearch: periodIn,
})

const refused = createRoute({
  getParentRoute: () => root,
  path: '/refused',
  component: RefusalsPage,
  validateSearch: periodIn,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: (search: Record<string, unknown>): { readonly ended?: boolean } =>
    search['ended'] === true ? { ended: true } : {},
})

const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: SetupPage })

/** The pages of the console under `/console`. */
export const router = createRouter({
  routeTree: root.addChildren([overview, refused, signIn, setup]),
  basepath: '/console',
  defaultPreload: false,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

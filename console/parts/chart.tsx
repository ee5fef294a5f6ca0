import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { ChartProps } from './echart.tsx'

// ECharts is the largest part of the console, so it comes after the figures are on the page.
const EChart = lazy(async () => ({ default: (await import('./echart.tsx')).EChart }))

/** A chart with a sentence that says what it shows. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton className="chart" />}>
      <EChart {...props} />
    </Suspense>
  )
}

import { useComputedColorScheme } from '@mantine/core'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useWords } from '../lang.tsx'
import { CHART_COLOURS } from '../theme.ts'

use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  LegendComponent,
  LineChart,
  TooltipComponent,
])

export type ChartProps = {
  readonly kind: 'lines' | 'stack'
  /** What a screen reader says instead of the picture. */
  readonly summary: string
  readonly days: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
}

/** Draws on a canvas, in the colours of the scheme; redraws when the box or the figures change. */
export function EChart(props: ChartProps) {
  const { shortDay, number } = useWords()
  const scheme = useComputedColorScheme('light')
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  useEffect(() => {
    const { current } = box
    if (!current) return undefined
    const drawn = init(current)
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(current)
    return () => {
      watch.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    const words = { shortDay, number }
    chart.current?.setOption(optionsOf(props, CHART_COLOURS[scheme], words), { notMerge: true })
  }, [props, scheme, shortDay, number])
  return <div ref={box} className="chart" role="img" aria-label={props.summary} />
}

type Colours = (typeof CHART_COLOURS)[keyof typeof CHART_COLOURS]
type Words = Pick<ReturnType<typeof useWords>, 'shortDay' | 'number'>

function optionsOf({ kind, summary, days, series }: ChartProps, colours: Colours, words: Words) {
  const palette = [colours.first, colours.second, colours.third]
  const text = { color: colours.text, fontFamily: 'inherit' }
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    color: palette,
    animation: !still,
    textStyle: text,
    aria: { enabled: true, label: { description: summary } },
    grid: { left: 4, right: 12, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemHeight: 10, textStyle: text },
    // Drawn on the canvas: a tooltip of HTML would need inline styles, which the page forbids.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colours.page,
      borderColor: colours.line,
      textStyle: text,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? words.number(value) : ''),
    },
    xAxis: {
      type: 'category',
      boundaryGap: kind === 'stack',
      data: days.map(words.shortDay),
      axisLabel: { color: colours.text, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: colours.text, formatter: (value: number) => words.number(value) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: series.map(({ name, values }, i) => ({
      name,
      data: [...values],
      ...(kind === 'stack' ? stacked(colours.page) : lined(palette[i])),
    })),
  }
}

function stacked(edge: string) {
  const itemStyle = { borderColor: edge, borderWidth: 0.5 }
  return { type: 'bar', stack: 'all', barMaxWidth: 28, itemStyle } as const
}

function lined(colour: string | undefined) {
  return {
    type: 'line',
    showSymbol: false,
    symbolSize: 7,
    lineStyle: { width: 2.25 },
    areaStyle: { color: colour ?? 'transparent', opacity: 0.1 },
  } as const
}

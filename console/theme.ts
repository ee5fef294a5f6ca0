import { createTheme, type CSSVariablesResolver } from '@mantine/core'

/** Spruce for acts and lines, with eight lighter and darker steps. */
export const theme = createTheme({
  primaryColor: 'spruce',
  primaryShade: 7,
  defaultRadius: 'md',
  fontFamily:
    "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
  headings: { fontWeight: '650' },
  colors: {
    // Mantine's greys with the blue of the page in them.
    dark: [
      '#d5dae1',
      '#b6bec9',
      '#a5aebb',
      '#6a7480',
      '#454d57',
      '#333941',
      '#262b31',
      '#1f2328',
      '#181b20',
      '#111417',
    ],
    spruce: [
      '#eaf6f3',
      '#d5ebe5',
      '#a9d7cb',
      '#7ac3b0',
      '#54b29a',
      '#35a088',
      '#238571',
      '#17695b',
      '#115247',
      '#0b3b34',
    ],
  },
})

/** Colours of the charts, one set for each scheme; each stands out from its page by 3:1 and more. */
export const CHART_COLOURS = {
  light: {
    first: '#17695b',
    second: '#b45309',
    third: '#8590a0',
    text: '#3f4753',
    line: '#dfe3e8',
    page: '#ffffff',
  },
  dark: {
    first: '#54b29a',
    second: '#f0a63c',
    third: '#7d8797',
    text: '#c3cad4',
    line: '#3a4049',
    page: '#20242a',
  },
} as const

/** The page is a shade darker than its panels, and faint text stays readable. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f5f7f8',
    '--mantine-color-dimmed': '#566070',
    '--mantine-color-error': '#b42318',
    '--panel': '#ffffff',
    '--panel-line': '#e2e6ea',
    '--bar': '#e6eef0',
    '--bar-fill': '#35a088',
  },
  dark: {
    '--mantine-color-body': '#16191d',
    '--mantine-color-dimmed': '#a5aebb',
    '--mantine-color-error': '#ff9b8f',
    '--panel': '#20242a',
    '--panel-line': '#333941',
    '--bar': '#2b3138',
    '--bar-fill': '#54b29a',
  },
})

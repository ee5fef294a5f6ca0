// What the minifier leaves that gzip still pays for: functions said at length, and two kinds of quotes.
import { parseSync } from 'oxc-parser'

/** The same module with its own functions as arrows, ahead of what uses them, and texts in `"`. */
export function shrink(code) {
  return plainTexts(arrows(code))
}

/** None of the tag's own functions uses `this` or `arguments`, or is called before it stands. */
function arrows(code) {
  const { body } = parsed(code)
  const rest = body.filter(node => !isFunction(node)).map(node => textOf(code, node))
  const made = body.filter(isFunction).map(node => {
    const params = node.params.map(param => textOf(code, param)).join()
    const bare = /^\w+$/.test(params) && !node.async
    const head = bare ? `${params}=>` : `${node.async ? 'async' : ''}(${params})=>`
    return `${node.id.name}=${head}${bodyOf(code, node.body)}`
  })
  return `let ${made.join()};${rest.join('')}`
}

function isFunction({ type }) {
  return type === 'FunctionDeclaration'
}

function bodyOf(code, block) {
  const [only, ...others] = block.body
  if (only?.type !== 'ReturnStatement' || !only.argument || others.length > 0) {
    return textOf(code, block)
  }
  const answer = textOf(code, only.argument)
  return /^(Object|Sequence)Expression$/.test(only.argument.type) ? `(${answer})` : answer
}

function plainTexts(code) {
  const texts = []
  const walk = node => {
    if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) texts.push(node)
    for (const child of Object.values(node ?? {})) if (typeof child === 'object') walk(child)
  }
  walk(parsed(code))
  for (const { start, end } of texts.toSorted((a, b) => b.start - a.start)) {
    const text = code.slice(start + 1, end - 1)
    if (!/["\\\n]/.test(text)) code = `${code.slice(0, start)}"${text}"${code.slice(end)}`
  }
  return code
}

function parsed(code) {
  const { program, errors } = parseSync('lupaus.js', code)
  if (errors.length > 0) throw new Error(errors[0].message)
  return program
}

function textOf(code, { start, end }) {
  return code.slice(start, end)
}

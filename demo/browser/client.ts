/**
 * The shop's own script: it only adds to pages that work without it. It keeps the language through
 * the tag, so that the policy's lifetime holds, and fills the shelves that need personalisation.
 */
export const CLIENT = String.raw`
(() => {
  'use strict'
  const { shopLang, shopGoods } = document.body.dataset
  const { lupaus } = self
  let drawn = ''

  for (const link of document.querySelectorAll('[data-shop-language]'))
    link.addEventListener('click', () => lupaus?.store('shop_language', link.dataset.shopLanguage))

  // Only the address without a language asks what the visitor chose before.
  if (location.pathname === '/') {
    const kept = lupaus?.read('shop_language')
    const link = document.querySelector('[data-shop-language="' + CSS.escape(String(kept)) + '"]')
    if (link && kept !== shopLang) return location.replace(link.href)
  }

  // Without the tag the link leads to the privacy centre, which needs no script.
  for (const link of document.querySelectorAll('[data-lupaus-open]'))
    link.addEventListener('click', event => lupaus && event.preventDefault())

  for (const form of document.querySelectorAll('form.add')) {
    const quantity = form.elements.quantity
    quantity.addEventListener('input', () => {
      form.dataset.lupausQuantity = quantity.value
      form.dataset.lupausValue = ((Number(form.dataset.shopCents) * Number(quantity.value)) / 100).toFixed(2)
    })
  }

  document.addEventListener('lupaus:choice', fill)
  addEventListener('pageshow', fill)
  void fill()

  async function fill() {
    const strips = document.querySelectorAll('[data-shop-strip]')
    if (strips.length === 0) return
    const here = document.querySelector('[data-lupaus-view="product_view"]')?.dataset.lupausProduct
    const seen = (lupaus?.seen() ?? []).filter(slug => slug !== here)
    if (seen.join() === drawn) return
    drawn = seen.join()
    if (seen.length === 0) return show(strips, [], [])
    const goods = await (await fetch(shopGoods)).json()
    const viewed = seen.map(slug => goods.find(each => each.slug === slug)).filter(Boolean)
    show(strips, viewed.slice(0, 4), picked(goods, viewed, here))
  }

  function picked(goods, viewed, here) {
    const liked = new Map()
    viewed.forEach((each, at) => liked.set(each.category, (liked.get(each.category) ?? 0) + 1 / (at + 1)))
    return goods
      .filter(each => liked.has(each.category) && each.slug !== here && !viewed.includes(each))
      .sort((a, b) => liked.get(b.category) - liked.get(a.category))
      .slice(0, 4)
  }

  function show(strips, viewed, picks) {
    for (const strip of strips) {
      const items = strip.dataset.shopStrip === 'seen' ? viewed : picks
      strip.querySelector('.shelf').replaceChildren(...items.map(card))
      strip.hidden = items.length === 0
    }
  }

  function card(item) {
    const [li, pane, img, h3, a, p] = ['li', 'div', 'img', 'h3', 'a', 'p'].map(name => document.createElement(name))
    li.className = 'card'
    pane.className = 'pane tint-' + item.tint
    Object.assign(img, { src: item.src, width: 400, height: 400, alt: '' })
    Object.assign(a, { href: item.href, textContent: item.name })
    Object.assign(p, { className: 'price', textContent: item.price })
    pane.append(img)
    h3.append(a)
    li.append(pane, h3, p)
    return li
  }
})()
`

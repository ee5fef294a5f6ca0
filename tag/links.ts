/** Lets links to the server's own pages lead to where the script came from, whatever page they stand in. */
export function leadHome(root: ParentNode, origin: string): void {
  for (const link of root.querySelectorAll('a[href^="/"]')) {
    link.setAttribute('href', origin + (link.getAttribute('href') ?? ''))
  }
}

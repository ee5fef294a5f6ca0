/** What published policies leave out: it is read so that law-lint can say so, and never run. */
export const UNSTATED = 'unstated'

/** What makes a list of words an open one, which is read and reported as well. */
export const AND_OTHERS = 'and-others'

/** Marks an item of a list that stands for more than it names. */
export const OPEN = 'open'

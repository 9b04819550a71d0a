import { Component, type ReactNode } from 'react'
import type { ViewerKind } from './kinds'
import { Fault, type ViewProps } from './view'

interface BoundaryProps extends ViewProps {
  readonly kind: ViewerKind | null
  readonly children: ReactNode
}

/** VIW1: a viewer that fails takes nothing with it. A class because React offers nothing else. */
export class ViewBoundary extends Component<BoundaryProps, { readonly why: string | null }> {
  override state: { readonly why: string | null } = { why: null }

  static getDerivedStateFromError(error: unknown): { why: string } {
    return { why: error instanceof Error && error.message !== '' ? error.message : 'a fault in the program' }
  }

  override render() {
    const { kind, material, url, children } = this.props
    const { why } = this.state
    return why === null ? children : <Fault kind={kind} why={why} material={material} url={url} />
  }
}

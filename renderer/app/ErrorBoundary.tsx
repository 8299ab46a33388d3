import { Alert, Button, Stack } from '@mantine/core'
import { Component, type ReactNode } from 'react'

/** A screen that fails says so and leaves the rest usable. React offers this to classes only. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly tombe: boolean }> {
  override state = { tombe: false }

  static getDerivedStateFromError() {
    return { tombe: true }
  }

  override render() {
    if (!this.state.tombe) return this.props.children
    return (
      <Alert color="alerte" title="Cet écran a rencontré une erreur" m="lg" role="alert">
        <Stack align="flex-start" gap="sm">
          Ce qui était enregistré est intact, et le brouillon de ce que vous tapiez aussi.
          <Button variant="default" onClick={() => this.setState({ tombe: false })}>
            Réafficher l’écran
          </Button>
        </Stack>
      </Alert>
    )
  }
}

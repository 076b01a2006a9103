import 'govuk-frontend/dist/govuk/govuk-frontend.min.css'
import './look/fonts.css'
import './look/firstbell.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const place = document.getElementById('firstbell')
if (place) createRoot(place).render(<App />)

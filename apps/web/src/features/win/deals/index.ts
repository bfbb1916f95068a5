import './texts';

export { ContactRoute } from './components/contact-screen';
export { DealRoute } from './components/deal-screen';
export { DealsScreen } from './components/deals-screen';

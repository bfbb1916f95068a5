import { enableCompileCache } from 'node:module';

// Loaded before anything else: what was parsed and compiled at the last start need not be again.
enableCompileCache();

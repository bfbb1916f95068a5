import { chromium } from 'playwright-core';
const base='http://localhost:4200';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-dev-shm-usage']});
const clients=await (await fetch(base+'/api/clients')).json();
const c=clients.items[0].id;
const deals=await (await fetch(base+'/api/deals')).json().catch(()=>({}));
const pers=await (await fetch(base+'/api/personas')).json().catch(()=>({}));
const d=deals.items?.[0]?.id, p=pers.items?.[0]?.contactId??pers.items?.[0]?.id;
const routes={home:'/',map:`/clients/${c}/map`,copilot:'/copilot',knowledge:'/knowledge',solutions:`/clients/${c}/solutions`,roleplay:'/roleplay',deals:'/deals',deal:`/deals/${d}`,personas:'/personas',persona:`/personas/${p}`,objections:'/objections',portfolio:'/portfolio',audit:'/settings/audit',system:'/system',findings:`/clients/${c}/findings`};
const only=process.argv[2]?.split(',');
const looks=(process.argv[3]??'zh-light-desk,en-dark-phone').split(',');
for(const look of looks){
  const [lang,theme,size]=look.split('-');
  const ctx=await b.newContext({viewport:size==='desk'?{width:1440,height:900}:{width:390,height:844},colorScheme:theme,locale:lang==='zh'?'zh-CN':'en-US'});
  await ctx.addInitScript(([l,t])=>{localStorage.setItem('tokenholic.language',l);localStorage.setItem('tokenholic.theme',t);},[lang,theme]);
  const page=await ctx.newPage();
  const errs=[];page.on('pageerror',e=>errs.push(e.message));page.on('response',r=>{if(r.status()>=400)errs.push(r.status()+' '+r.url())});
  for(const [n,r] of Object.entries(routes)){ if(only&&!only.includes(n)) continue;
    try{ await page.goto(base+r,{timeout:60000}); await page.waitForLoadState('networkidle',{timeout:20000}).catch(()=>{}); await page.waitForTimeout(1200);
    await page.screenshot({path:`/tmp/shots/${n}-${look}.png`}); if(errs.length){console.log(n,look,errs.splice(0).slice(0,4))} }catch(e){console.log(n,look,'ERR',e.message.slice(0,100))}
  }
  await ctx.close();
}
await b.close();

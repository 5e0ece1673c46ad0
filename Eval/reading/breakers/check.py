#!/usr/bin/env python3
"""Validates the expectation files of this folder (knows no program): JSON, lines, order, text at its lines."""
import json,glob,os,re,sys,unicodedata
here=os.path.dirname(os.path.abspath(__file__)); bad=0; kinds={}; n=0
MOJI={'12-bom-crlf-1252.md':'cp1252','22-mac-roman.txt':'mac_roman'}
def enc1(s,c):
    out=b''
    for ch in s:
        try: out+=ch.encode(c)
        except UnicodeEncodeError: out+=ch.encode('latin-1') if ord(ch)<256 else ch.encode()
    return out
def norm(s): return ''.join(c for c in unicodedata.normalize('NFKC',s) if c.isalnum())
def err(*a):
    global bad; bad+=1; print('ERROR',*a)
files=sorted(f for f in os.listdir(here) if re.match(r'\d\d-.*\.(md|txt)$',f))
if len(files)!=60: err('files',len(files))
neg=[]
for f in files:
    raw=open(f'{here}/{f}','rb').read()
    lines=raw.split(b'\n')
    if lines[-1]==b'': lines.pop()
    if not 8<=len(lines)<=60: err(f,'has',len(lines),'lines')
    def text(i):
        s=lines[i-1].replace(b'\0',b'').decode('utf-8','replace')
        if f in MOJI: s=enc1(s,MOJI[f]).decode('utf-8')
        return s
    exp=f"{here}/{f.rsplit('.',1)[0]}.expected.jsonl"
    last=0; cnt=0; prev_ans=0
    for l in open(exp,encoding='utf-8'):
        e=json.loads(l); n+=1; cnt+=1
        kinds[e['kind']+(' optional' if e.get('optional') else '')]=kinds.get(e['kind']+(' optional' if e.get('optional') else ''),0)+1
        missing={'line','line_end','kind','difficulty','text','context','answer','hint'}-set(e)
        extra=set(e)-{'line','line_end','kind','difficulty','text','context','answer','hint','optional','text_alt','line_end_max','context_optional','context_forbidden','answer_optional','difficulty_optional'}
        if missing or extra: err(f,e['line'],missing,extra)
        if e['kind'] not in('question','prompt','topic') or e['difficulty'] not in(None,'E','M','H'): err(f,e)
        if not last<e['line']<=e['line_end']<=len(lines): err(f,'lines',e['line'])
        if e['line']<=prev_ans: err(f,'inside the previous answer',e['line'])
        last=e['line_end']
        span=' '.join(text(i) for i in range(e['line'],e['line_end']+1))
        for t in [e['text']]+e.get('text_alt',[]):
            # delete escapes, tags, list boxes and quote marks that a clean text has lost
            src=norm(re.sub(r'<br\s*/?>|\[ \]|^```\w*|```\w*','',span).replace('\ufffd','é' if 'caf\ufffd' in span else ''))
            if norm(t.replace('\ufffd','é' if 'caf\ufffd' in t else ''))not in src: err(f,e['line'],'text not found:',t,'//',span[:120])
            if t!=re.sub(r'\s+',' ',t).strip() or re.match(r'^([-*+#>|]|\d+[.)]|\[[EMH]\])\s',t): err(f,e['line'],'not clean',t)
        if e['context'] and norm(e['context'])[:40] not in norm(' '.join(text(i) for i in range(1,e['line']))): err(f,e['line'],'context')
        if e['hint'] and norm(e['hint']) not in norm(' '.join(text(i) for i in range(e['line'],min(len(lines),e['line']+4)+1))): err(f,e['line'],'hint')
        a=e['answer']; prev_ans=0
        if a:
            if not (e['line']<=a['line']<=a['line_end']<=len(lines)) or (a['line']<=e['line_end'] and a['line']!=e['line']): err(f,e['line'],'answer',a)
            for i in (a['line'],a['line_end']):
                if not text(i).strip(): err(f,e['line'],'answer ends on a blank line',i)
            prev_ans=a['line_end'] if a['line']>e['line_end'] else 0
    if cnt==0: neg.append(f)
    elif cnt<4: err(f,'only',cnt,'entries')
want={'06-cut-row.md':lambda r:not r.endswith(b'\n'),'12-bom-crlf-1252.md':lambda r:r.startswith(b'\xef\xbb\xbf') and r.count(b'\r\n')==r.count(b'\n') and 'â€™'.encode() in r,
'19-answers-with-headings.md':lambda r:b'\r\n' in r,'22-mac-roman.txt':lambda r:'‚Äô'.encode() in r and b'\r\n' in r and r.count(b'\r\n')<r.count(b'\n') and not r.endswith(b'\n'),
'30-european.md':lambda r:b'\xc2\xa0?' in r and b'\xe2\x80\xaf?' in r,'31-cjk.md':lambda r:r.startswith(b'\xef\xbb\xbf') and b'\r\n' in r,'37-bad-bytes.md':lambda r:b'\0' in r and b'\xe9' in r and b'\xfe\xff' in r,
'42-four-levels.md':lambda r:b'\n\t\t\t' in r and b' \n' in r,'48-bare-labels.md':lambda r:b'  \r\n' in r,'52-bare-lines.txt':lambda r:b'\xe2\x80\xa8' in r and b'\xc2\xa0' in r and not r.endswith(b'\n'),
'57-legend-and-long-line.md':lambda r:max(map(len,r.split(b'\n')))>49000,'59-changelog.md':lambda r:r.startswith(b'\xef\xbb\xbf')}
for f,t in want.items():
    if not t(open(f'{here}/{f}','rb').read()): err(f,'damage missing')
print(len(files),'files,',n,'entries',kinds,len(neg),'without entries:',*[x[:2] for x in neg]); print('errors:',bad); sys.exit(bad>0)

namespace Electrolith.Routes.Html;

/// <summary>The style of every page.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root{--ink:#1d232a;--soft:#5b6670;--page:#f6f7f8;--card:#fff;--line:#d8dde2;--link:#00588a;--warn:#fff4d6;--warnline:#b77900}
        @media (prefers-color-scheme:dark){:root{--ink:#e7eaee;--soft:#a5afb9;--page:#14181c;--card:#1e242a;--line:#3a434c;--link:#7cc4ef;--warn:#3a2f12;--warnline:#e0a82e}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
        main{max-width:900px;margin:0 auto;padding:24px 16px 64px}
        h1{font-size:1.75rem;line-height:1.2;margin:.4em 0}
        h2{font-size:1.3rem;margin:2em 0 .5em;padding-top:.6em;border-top:1px solid var(--line)}
        h3,h4,h5,h6{font-size:1.05rem;margin:1.5em 0 .4em}
        p{margin:.6em 0;max-width:46em}
        .lead{font-size:1.12rem;color:var(--soft)}
        a{color:var(--link)}
        nav{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:8px 12px;margin:16px 0}
        nav ol{margin:0;padding-left:1.6em;columns:2;column-gap:32px}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(170px,1fr));gap:12px;margin:16px 0}
        .cards>div{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:10px 14px}
        .cards dt{color:var(--soft);font-size:.85rem}
        .cards dd{margin:0}
        .cards .value{font-size:1.35rem;font-weight:600;line-height:1.3}
        .cards .unit{font-size:1rem;font-weight:500}
        .cards .note{color:var(--soft);font-size:.82rem}
        .table{overflow-x:auto;margin:16px 0}
        table{border-collapse:collapse;width:100%;font-size:.92rem;background:var(--card)}
        caption{text-align:left;font-weight:600;padding:4px 0 8px;background:var(--page)}
        th,td{border-bottom:1px solid var(--line);padding:6px 10px;text-align:left;vertical-align:top}
        th{border-bottom:2px solid var(--line);vertical-align:bottom;line-height:1.25}
        .number{text-align:right;font-variant-numeric:tabular-nums}
        td.number{white-space:nowrap}
        td small{display:block;color:var(--soft);white-space:normal}
        .badge{display:inline-block;font-size:.72rem;font-weight:600;line-height:1.3;padding:1px 6px;border-radius:9px;border:1px solid;vertical-align:.12em;white-space:nowrap}
        .measured,.met{background:#dff3ea;color:#00523b;border-color:#009e73}
        .computed,.fitted,.derived{background:#e1eff8;color:#00436a;border-color:#0072b2}
        .assumed{background:#fff;color:#8a3d00;border-color:#d55e00;border-style:dashed}
        .unconfirmed{background:#fff1d1;color:#6d4700;border-color:#e69f00;border-style:dotted}
        .user{background:#f6e7f0;color:#6e2f54;border-color:#cc79a7}
        .missed{background:#fbe0d3;color:#7c2d00;border-color:#d55e00}
        .warning{background:var(--warn);border-left:5px solid var(--warnline);border-radius:4px;padding:10px 14px;margin:16px 0}
        .warning ul{margin:.3em 0 0;padding-left:1.3em}
        figure{margin:20px 0;background:#fff;color:#1d232a;border:1px solid var(--line);border-radius:6px;padding:8px}
        .drawing{overflow-x:auto}
        .drawing svg{display:block;width:100%;min-width:560px;height:auto}
        figcaption{padding:6px 10px 4px;font-size:.9rem;color:#4b555e}
        details{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:8px 14px;margin:12px 0}
        summary{cursor:pointer;font-weight:600}
        pre{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:10px 14px;font-size:.85rem;line-height:1.4}
        code{font-family:ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace}
        .sources{padding-left:1.2em;font-size:.92rem}
        .sources li{margin:.35em 0}
        .sources li:target{background:var(--warn)}
        footer{margin-top:48px;color:var(--soft);font-size:.85rem;border-top:1px solid var(--line);padding-top:10px}
        @media (max-width:560px){nav ol{columns:1}h1{font-size:1.45rem}main{padding:12px 12px 48px}th,td{padding:6px}}
        @media print{:root{--ink:#000;--soft:#444;--page:#fff;--card:#fff;--line:#bbb;--link:#000;--warn:#fff}body{font-size:10.5pt}main{max-width:none;padding:0}nav{display:none}h2,h3{break-after:avoid}figure,.cards>div,.warning,tr{break-inside:avoid}.drawing,.table{overflow:visible}.drawing svg{min-width:0}.badge,figure{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

        """;
}

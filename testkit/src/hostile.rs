//! Texts that a page must show as they were typed, and nothing else (INP-15).

/// Each is one line that stays as it is when a form takes it in: no field of ours cleans anything out of it.
pub const TEXTS: [&str; 18] = [
    "<script>alert(1)</script>",
    "</textarea></title></style></script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "\"><iframe src=javascript:alert(1)></iframe>",
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "[en lenke](javascript:alert(1)) <https://evil.example>",
    "![bilde](https://evil.example/x.png) **fet** _kursiv_ # tittel",
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {% raw %}",
    "&lt;b&gt; &amp;amp; &#60;script&#62; AT&T",
    "<!-- slutt --> --!> ]]> <![CDATA[x]]>",
    "=HYPERLINK(\"https://evil.example\";\"klikk\")",
    "+cmd|' /C calc'!A0",
    "%_\\'\";-- OR 1=1",
    "\\u003cscript\\u003e \\x3cscript\\x3e",
    "BEGIN:VEVENT END:VCALENDAR DTSTART:19700101",
    "ÆØÅ æøå ß ﬁ 🏳️\u{fe0f} 𝕏 क्षि 汉字 عربى",
];

namespace PolicyLint.Tests.Reporting;

/// <summary>Texts that somebody may write into a Sid, an ARN or a file name to be taken for something else.</summary>
internal static class Hostile
{
    public static readonly string[] Texts =
    [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "]]><evil/><!--",
        "--><b>",
        "&lt;b&gt; &amp; &#60;",
        "\e[2J\e[31mred",
        "\u202Egnp.exe\u2066",
        "a\u200Bb\uFEFF",
        "\n::error file=x::pwned",
        "::set-output name=x::y",
        "%0A::warning::x%",
        "##vso[task.setvariable variable=x]y",
        "##[error]x",
        "a,b:c",
        "| a | b |",
        "`code` and ``more``",
        "**bold** _it_ ~~x~~ [l](javascript:alert(1)) ![i](https://evil.example/x.png)",
        "@octocat please see #123 and GH-7, www.evil.example or https://evil.example",
        "<!-- --> </details> <details open>",
        "$math$ \\",
        "\0\u0001\u001F\u007F\u0085\u2028\u2029",
        "\uD800 \uFFFE \uFFFF",
        "{0} {{1}}",
        "line one\r\nline two",
        "\t\t<td>",
    ];
}

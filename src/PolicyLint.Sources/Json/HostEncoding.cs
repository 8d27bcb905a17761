using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PolicyLint.Sources.Json;

/// <summary>Looks at the encoding of a host file.</summary>
internal static class HostEncoding
{
    /// <summary>What is wrong with it; null where the file is UTF-8.</summary>
    public static SourceProblem? ProblemOf(SourceText file)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;

        // A text of ASCII characters has zero bytes in no other encoding; PowerShell writes UTF-16 when asked to redirect.
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..])
            return new SourceProblem("the text is UTF-16 or UTF-32; save it as UTF-8", new TextSpan(0, 0));

        if (Utf8.IsValid(bytes))
            return null;

        int at = 0;
        int length;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out length) == OperationStatus.Done)
            at += length;

        return new SourceProblem($"the byte 0x{bytes[at]:X2} is not valid UTF-8 here", new TextSpan(at, Math.Max(1, length)));
    }
}

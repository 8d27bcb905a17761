using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PolicyLint.Rules;

namespace PolicyLint.Fuzz;

/// <summary>What must hold whatever bytes are read. System.Text.Json, told to be strict, is the second opinion.</summary>
public static class Invariants
{
    /// <summary>The first thing that does not hold for these bytes; null where all is well.</summary>
    public static string? FirstBroken(byte[] bytes, PolicyType? type)
    {
        try
        {
            return Check(bytes, type);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static string? Check(byte[] bytes, PolicyType? type)
    {
        PolicyDocument document = PolicyDocument.Parse(SourceText.From(bytes), type);
        return CheckProblems(document) ?? CheckVerdict(document, bytes) ?? CheckPlaces(document) ?? CheckPointers(document, bytes) ?? CheckWriter(document);
    }

    private static string? CheckProblems(PolicyDocument document)
    {
        int length = document.Source.Bytes.Length;
        TextSpan last = default;
        foreach (Problem problem in document.Problems)
        {
            if (problem.Span.Start < last.Start)
                return $"{problem} comes after {last}";

            if (problem.Span.Start < 0 || problem.Span.Length < 0 || problem.Span.End > length)
                return $"{problem} is outside the text";

            if (problem.Message.Length is 0 or > 400)
                return $"{problem} has a strange message";

            last = problem.Span;
        }

        return null;
    }

    // Strict JSON and our reading agree on what is JSON, and nothing that was not read passes as clean.
    private static string? CheckVerdict(PolicyDocument document, byte[] bytes)
    {
        bool isClean = !document.Problems.Any(problem => problem.Rule.DefaultSeverity == Severity.Error);
        if (!document.IsReadable && isClean)
            return "unreadable without a problem";

        bool hasSyntaxProblem = document.Problems.Any(problem => IsSyntax(problem.Rule));
        bool isJson = Utf8.IsValid(bytes) && TryReadStrictly(bytes, out _);
        if (isJson == hasSyntaxProblem)
            return $"strict JSON: {isJson}, problems: {string.Join("; ", document.Problems)}";

        // With comments taken out and trailing commas let through, what is left is JSON or not.
        bool isBroken = document.Problems.Any(problem => problem.Rule.Id is "PL0010" or "PL0016" or "PL0018" or "PL0019");
        bool isAboutComment = document.Problems.Any(problem => problem.Rule.Id == "PL0010" && problem.Message.Contains("comment", StringComparison.Ordinal));
        bool isOtherEncoding = !isBroken && !document.IsReadable;
        if (isBroken == TryReadStrictly(WithoutComments(bytes), out _, lenient: true) && !isAboutComment && !isOtherEncoding)
            return $"broken: {isBroken}, problems: {string.Join("; ", document.Problems)}";

        return null;
    }

    private static byte[] WithoutComments(byte[] bytes)
    {
        var rest = new List<byte>(bytes.Length);
        bool inString = false;
        for (int i = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0; i < bytes.Length; i++)
        {
            if (inString)
            {
                rest.Add(bytes[i]);
                if (bytes[i] == '\\' && i + 1 < bytes.Length)
                    rest.Add(bytes[++i]);
                else if (bytes[i] == '"')
                    inString = false;
            }
            else if (bytes[i] == '/' && i + 1 < bytes.Length && bytes[i + 1] is (byte)'/' or (byte)'*')
            {
                string opening = bytes[i + 1] == '/' ? "//" : "/*";
                int body = i + 2;
                for (i = body; i < bytes.Length && !EndsComment(opening, bytes, body, i); i++)
                {
                }

                rest.Add((byte)' ');
            }
            else
            {
                inString = bytes[i] == '"';
                rest.Add(bytes[i]);
            }
        }

        return [.. rest];
    }

    private static bool EndsComment(string opening, byte[] bytes, int body, int at) =>
        opening == "//" ? bytes[at] is (byte)'\r' or (byte)'\n' : at > body && bytes[at] == '/' && bytes[at - 1] == '*';

    private static bool IsSyntax(RuleDescriptor rule) => rule.Id is "PL0010" or "PL0011" or "PL0013" or "PL0014" or "PL0015" or "PL0016" or "PL0017" or "PL0018" or "PL0019";

    private static bool TryReadStrictly(byte[] bytes, out JsonDocument? json, bool lenient = false)
    {
        try
        {
            json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = lenient });
            return true;
        }
        catch (JsonException)
        {
            json = null;
            return false;
        }
    }

    private static string? CheckPlaces(PolicyDocument document)
    {
        bool isExact = !document.Problems.Any(problem => problem.Rule.Id is "PL0011" or "PL0012");
        foreach (PolicyString text in ModelText.StringsOf(document))
        {
            string literal = document.Source.GetText(text.Span);
            if (!literal.StartsWith('"') || !literal.EndsWith('"') || (isExact && JsonSerializer.Deserialize<string>(literal) != text.Value))
                return $"{literal} at {text.Span} is not {text.Value}";
        }

        foreach (ConditionValue value in ModelText.ConditionValuesOf(document))
        {
            string literal = document.Source.GetText(value.Span);
            string expected = value.Kind == ConditionValueKind.String && isExact ? JsonSerializer.Deserialize<string>(literal)! : literal;
            if (isExact && expected != value.Text)
                return $"{literal} at {value.Span} is not {value.Text}";
        }

        foreach ((string name, TextSpan span) in ModelText.NamesOf(document))
        {
            string literal = document.Source.GetText(span);
            if (isExact && !JsonSerializer.Deserialize<string>(literal)!.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return $"{literal} at {span} is not {name}";
        }

        foreach (PolicyNode node in ModelText.NodesOf(document))
        {
            LinePosition start = document.Source.GetPosition(node.Span.Start);
            LinePosition end = document.Source.GetPosition(node.Span.End);
            if (node.Span.Length == 0 || end <= start || end.Line > document.Source.LineCount)
                return $"{node.Pointer} from {start} to {end}";
        }

        return null;
    }

    // Each node's pointer leads to a value of its kind; System.Text.Json finds only the last of two with one name.
    private static string? CheckPointers(PolicyDocument document, byte[] bytes)
    {
        if (document.Problems.Any(problem => problem.Rule.Id is "PL0011" or "PL0012" or "PL0101") || !TryReadStrictly(bytes, out JsonDocument? json))
            return null;

        using (json)
        {
            foreach (PolicyNode node in ModelText.NodesOf(document))
            {
                if (Find(json!.RootElement, node.Pointer) is not { } found)
                    return $"{node.Pointer} leads nowhere";

                // The pointer of a name is that of its value.
                bool isName = node is PolicyString name && node.Pointer.EndsWith('/' + Escape(name.Value), StringComparison.Ordinal);
                if (node is PolicyString text && !isName && found.GetString() != text.Value)
                    return $"{node.Pointer} is {found}, not {text.Value}";
            }

            foreach (Problem problem in document.Problems)
            {
                if (Find(json!.RootElement, problem.Pointer) is null)
                    return $"{problem} leads nowhere";
            }
        }

        return null;
    }

    /// <summary>What a JSON pointer (RFC 6901) leads to.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        JsonElement at = root;
        foreach (string step in pointer.Split('/').Skip(1))
        {
            string name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out JsonElement member))
                at = member;
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(name, out int index) && index < at.GetArrayLength())
                at = at[index];
            else
                return null;
        }

        return at;
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string? CheckWriter(PolicyDocument document)
    {
        if (!document.IsReadable)
            return null;

        string model = ModelText.Of(document);
        string tokens = TokensOf(document.Source);
        foreach (PolicyFormat format in Enum.GetValues<PolicyFormat>())
        {
            string written = PolicyWriter.Write(document, format);
            var source = SourceText.From(written);
            if (TokensOf(source) != tokens && document.Problems.All(problem => problem.Rule.Id != "PL0011"))
                return $"{format} is {written}";

            PolicyDocument again = PolicyDocument.Parse(source, document.Type);
            if (ModelText.Of(again) != model.Replace(", which this was taken for", "", StringComparison.Ordinal) && document.Problems.All(problem => problem.Rule.Id is not ("PL0011" or "PL0022")))
                return $"{format} reads as {ModelText.Of(again)} not {model}";

            if (again.Problems.Any(problem => IsSyntax(problem.Rule)))
                return $"{format} is no JSON: {written}";
        }

        return null;
    }

    private static string TokensOf(SourceText source)
    {
        ReadOnlySpan<byte> bytes = source.Bytes.Span[(source.HasByteOrderMark ? 3 : 0)..];
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var tokens = new StringBuilder();
        while (reader.Read())
            tokens.Append(reader.TokenType).Append(' ').Append(Encoding.UTF8.GetString(reader.ValueSpan)).Append('\n');

        return tokens.ToString();
    }
}

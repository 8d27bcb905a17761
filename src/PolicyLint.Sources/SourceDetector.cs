using System.Text.Json;

namespace PolicyLint.Sources;

/// <summary>Tells by its content what a file is. It reads no more of it than it must, and never throws.</summary>
internal static class SourceDetector
{
    private static readonly JsonReaderOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 256,
    };

    /// <summary>What the file is.</summary>
    public static SourceKind Detect(SourceText file)
    {
        ReadOnlySpan<byte> bytes = ContentOf(file);
        if (!IsJson(file))
            return IsYamlTemplate(bytes) ? SourceKind.CloudFormation : IsBrokenPolicy(bytes) ? SourceKind.Policy : SourceKind.Other;

        var seen = new TopLevel();
        try
        {
            seen.Read(bytes);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What was there before it broke off says what it was to be.
            return seen.Kind is not SourceKind.Other ? seen.Kind
                : IsYamlTemplate(bytes) || bytes.IndexOf("AWSTemplateFormatVersion"u8) >= 0 ? SourceKind.CloudFormation
                : SpeaksOfPolicy(bytes) ? SourceKind.Policy : SourceKind.Other;
        }

        return seen.Kind;
    }

    /// <summary>Whether a file was meant as JSON: it starts like it, or with a comment. YAML that starts so is JSON too, or nearly.</summary>
    public static bool IsJson(SourceText file) => ContentOf(file).TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[' or (byte)'/', ..];

    private static ReadOnlySpan<byte> ContentOf(SourceText file) => file.Bytes.Span[(file.HasByteOrderMark ? 3 : 0)..];

    // A line of its own starts a section; what the sections hold tells a template from the many other files with resources.
    private static bool IsYamlTemplate(ReadOnlySpan<byte> bytes) =>
        HasSection(bytes, "AWSTemplateFormatVersion"u8)
        || (HasSection(bytes, "Transform"u8) && bytes.IndexOf("AWS::Serverless"u8) >= 0)
        || (HasSection(bytes, "Resources"u8) && (bytes.IndexOf("AWS::"u8) >= 0 || bytes.IndexOf("Custom::"u8) >= 0));

    private static bool HasSection(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        for (int at = 0; bytes[at..].IndexOf(name) is var found and >= 0; at += found + name.Length)
        {
            int start = at + found;
            int end = start + name.Length;
            int before = start > 0 && bytes[start - 1] is (byte)'"' or (byte)'\'' ? start - 1 : start;
            bool startsLine = before == 0 || bytes[before - 1] is (byte)'\n' or (byte)'\r';
            if (startsLine && bytes[end..].TrimStart("\"' "u8) is [(byte)':', ..])
                return true;
        }

        return false;
    }

    // No JSON, and no YAML either, whose texts speak of such names too: a policy in UTF-16, or with something before it.
    private static bool IsBrokenPolicy(ReadOnlySpan<byte> bytes) =>
        SpeaksOfPolicy(bytes) && (bytes.Contains((byte)0) || (!char.IsAsciiLetterOrDigit((char)bytes.TrimStart(" \t\r\n"u8)[0]) && bytes.IndexOf("\"Statement\""u8) >= 0 && !bytes.Contains((byte)'#')));

    // UTF-16 has a zero byte beside each letter.
    private static bool SpeaksOfPolicy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            bytes = bytes.ToArray().Where(value => value != 0).ToArray();

        return bytes.IndexOf("Statement"u8) >= 0 && bytes.IndexOf("Effect"u8) >= 0;
    }

    /// <summary>What the members of a file's object say, in the order in which they stand.</summary>
    private ref struct TopLevel
    {
        private bool _hasFormat;
        private bool _hasResources;

        public SourceKind Kind { get; private set; }

        public void Read(ReadOnlySpan<byte> bytes)
        {
            var reader = new Utf8JsonReader(bytes, Lenient);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return;

            while (Kind == SourceKind.Other && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                Kind = KindOf(name, ref reader);
                reader.Skip();
            }

            // A template without its version, found only when all else was read.
            if (Kind == SourceKind.Other && _hasResources)
                Kind = SourceKind.CloudFormation;
        }

        private SourceKind KindOf(string name, ref Utf8JsonReader reader)
        {
            bool isList = reader.TokenType == JsonTokenType.StartArray;
            switch (name)
            {
                case "AWSTemplateFormatVersion":
                    return SourceKind.CloudFormation;
                case "Resources":
                    _hasResources |= HasTypes(reader);
                    return SourceKind.Other;
                case "format_version":
                    _hasFormat = true;
                    return SourceKind.Other;
                case "terraform_version" or "planned_values" or "resource_changes":
                case "values" or "prior_state" when _hasFormat:
                    return SourceKind.Terraform;
                case "steps" or "changeSummary" when HasMember(reader, "urn", "newState", "create", "same", "update"):
                case "deployment" or "checkpoint" when HasMember(reader, "resources", "manifest", "latest"):
                    return SourceKind.Pulumi;
                case "UserDetailList" or "GroupDetailList" or "RoleDetailList" when isList:
                case "Policies" when isList && HasMember(reader, "PolicyVersionList"):
                    return SourceKind.AccountDump;
                default:
                    return IsPolicyElement(name, reader) ? SourceKind.Policy : SourceKind.Other;
            }
        }

        // Also a misspelt one.
        private static bool IsPolicyElement(string name, in Utf8JsonReader reader) =>
            name.Equals("Statement", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Statements", StringComparison.OrdinalIgnoreCase)
            || (name.Equals("Version", StringComparison.OrdinalIgnoreCase) && reader.TokenType == JsonTokenType.String && reader.GetString() is "2012-10-17" or "2008-10-17");

        // A copy of the reader: the caller skips the value.
        private static bool HasTypes(Utf8JsonReader reader)
        {
            int depth = reader.CurrentDepth;
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                if (reader.CurrentDepth == depth + 2 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("Type"u8))
                    return reader.Read() && reader.TokenType == JsonTokenType.String;
            }

            return false;
        }

        // Whether the object, or the first one of the list, has one of these members.
        private static bool HasMember(Utf8JsonReader reader, params ReadOnlySpan<string> names)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
                reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                return false;

            int depth = reader.CurrentDepth;
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                if (reader.CurrentDepth == depth + 1 && reader.TokenType == JsonTokenType.PropertyName && names.Contains(reader.GetString()!))
                    return true;
            }

            return false;
        }
    }
}

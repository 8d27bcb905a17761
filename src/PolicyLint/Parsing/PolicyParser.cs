namespace PolicyLint.Parsing;

internal static class PolicyParser
{
    public static PolicyDocument Parse(SourceText source, PolicyType? type) => new(source, default) { Type = type ?? PolicyType.Identity };
}

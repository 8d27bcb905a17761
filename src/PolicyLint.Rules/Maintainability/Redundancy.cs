using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Maintainability;

/// <summary>How values that say the same are reported: one finding for each that covers others.</summary>
internal static class Redundancy
{
    public static void Report(ImmutableArray<RedundantGroup> groups, RuleContext context)
    {
        foreach (RedundantGroup group in groups)
        {
            PolicyString first = group.First;
            var others = new List<(PolicyNode, string)>(group.Members.Length - 1);
            foreach (PolicyString member in group.Members)
            {
                if (member != first)
                    others.Add((member, member == group.Widest ? "holds it" : "held too"));
            }

            string more = others.Count > 1 ? $" and {(others.Count - 1).Times("more value")}" : "";
            string message = first.Value == group.Widest.Value
                ? $"{first.Quoted()} stands here twice{(others.Count > 1 ? $", with {(others.Count - 1).Times("more value")} that it holds" : "")}"
                : $"{group.Widest.Quoted()} holds {first.Quoted()}{more} already";
            context.Report(first, message, Severity.Suggestion, [.. others]);
        }
    }
}

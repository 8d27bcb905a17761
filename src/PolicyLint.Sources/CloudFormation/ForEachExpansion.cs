using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>
/// Unrolls <c>Fn::ForEach</c>. What it gives is the body once for each item of the collection, with the item in the place of the
/// identifier; places stay those of the body. See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">Fn::ForEach</see>.
/// </summary>
internal sealed class ForEachExpansion
{
    private const string Prefix = "Fn::ForEach::";

    // Loops in loops multiply.
    private const int MaxValues = 100_000;

    private int _values;

    /// <summary>Whether a member of an object is a loop.</summary>
    public static bool IsLoop(HostMember member) => member.Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The members that a loop stands for; the loop itself where its collection is not known or it is too much.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="listOf">The items of the collection; null where they are not known.</param>
    public IEnumerable<HostMember> Unroll(HostMember loop, Func<HostNode, IReadOnlyList<HostNode>?> listOf)
    {
        if (loop.Value is not HostSequence { Values: [HostScalar identifier, var collection, HostMapping body] } || listOf(collection) is not { } items
            || !items.All(item => item is HostScalar { Value: var text } && !text.Contains(PolicyString.Unknown, StringComparison.Ordinal)))
        {
            yield return loop;
            yield break;
        }

        foreach (HostScalar item in items.Cast<HostScalar>())
        {
            foreach (HostMember member in body.Entries)
            {
                if (_values > MaxValues)
                {
                    yield return loop;
                    yield break;
                }

                HostMember bound = Bind(member, identifier.Value, item.Value);
                foreach (HostMember inner in IsLoop(bound) ? Unroll(bound, listOf) : [bound])
                    yield return inner;
            }
        }
    }

    private HostMember Bind(HostMember member, string identifier, string item) =>
        new(BindText(member.Key, identifier, item), Bind(member.Value, identifier, item));

    private HostNode Bind(HostNode node, string identifier, string item)
    {
        _values++;
        if (TemplateFunction.ArgumentsOf(node, "Ref") is HostScalar { Value: var name } && name == identifier)
            return TemplateText.Of(item, node.Span);

        return node switch
        {
            HostScalar scalar => BindText(scalar, identifier, item),
            HostSequence list => new HostSequence(list.Span, [.. list.Values.Select(value => Bind(value, identifier, item))]) { Tag = list.Tag, IsBlock = list.IsBlock },
            HostMapping map => new HostMapping(map.Span, [.. map.Entries.Select(member => Bind(member, identifier, item))]) { Tag = map.Tag, IsBlock = map.IsBlock },
            _ => node,
        };
    }

    private static HostScalar BindText(HostScalar scalar, string identifier, string item)
    {
        string text = scalar.Value.Replace($"${{{identifier}}}", item, StringComparison.Ordinal).Replace($"&{{{identifier}}}", item, StringComparison.Ordinal);
        return text == scalar.Value ? scalar : new HostScalar(scalar.Span, text, ScalarStyle.Computed) { Tag = scalar.Tag };
    }
}

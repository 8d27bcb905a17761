using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>
/// The Principal or NotPrincipal element, in any of its forms.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</see>.
/// </summary>
public sealed class Principal : PolicyNode
{
    internal Principal(string name, TextSpan nameSpan, PolicyString? text, ImmutableArray<PolicyStringList> entries, TextSpan span, PolicyPlace place)
        : base(span, place)
    {
        Name = name;
        NameSpan = nameSpan;
        Text = text;
        Entries = entries;
    }

    /// <summary>The element's name: <c>Principal</c> or <c>NotPrincipal</c>.</summary>
    public string Name { get; }

    /// <summary>Where the name stands, with its quotes.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>The value of the form <c>"Principal": "*"</c>; null where the element is an object.</summary>
    public PolicyString? Text { get; }

    /// <summary>The members of the object form: <c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c>, each with its values.</summary>
    public ImmutableArray<PolicyStringList> Entries { get; }

    /// <summary>Whether everybody is named: <c>"*"</c> or <c>{"AWS": "*"}</c>.</summary>
    public bool IsEverybody
    {
        get
        {
            if (Text is { Value: "*" })
                return true;

            foreach (PolicyStringList entry in Entries)
            {
                if (entry.Name == "AWS" && entry.Values.Any(value => value.Value == "*"))
                    return true;
            }

            return false;
        }
    }
}

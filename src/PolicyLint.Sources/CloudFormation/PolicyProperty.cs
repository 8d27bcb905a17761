using System.Collections.Frozen;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>What a property holds.</summary>
internal enum PropertyContent
{
    /// <summary>A policy document: an object, or its text as JSON.</summary>
    Document,

    /// <summary>A policy document, or a value that is none: the name of a managed policy, a SAM policy template.</summary>
    DocumentAmongOthers,

    /// <summary>The statements of a document that somebody else writes around them.</summary>
    Statements,

    /// <summary>A document in the policy language that IAM does not evaluate.</summary>
    OtherLanguage,
}

/// <summary>A property of a resource type that holds policies.</summary>
/// <param name="ResourceType">The resource type.</param>
/// <param name="Path">The names from the resource's properties to the policy; <c>*</c> after one means each item of the list in it.</param>
/// <param name="Content">What is there.</param>
/// <param name="Type">The type of the policy; null where that is to be detected.</param>
/// <param name="AttachedTo">The resource type of Access Analyzer's checks; null for none.</param>
/// <param name="Condition">A property and the value that it must have for this to apply; null for always.</param>
internal sealed record PolicyProperty(
    string ResourceType, string[] Path, PropertyContent Content, PolicyType? Type, PolicyResourceType? AttachedTo, (string Name, string Value)? Condition)
{
    private static readonly Lazy<FrozenDictionary<string, PolicyProperty[]>> ByType = new(() =>
        PolicyPropertyTable.Text.Split('\n').Select(Parse).OfType<PolicyProperty>().GroupBy(property => property.ResourceType).ToFrozenDictionary(group => group.Key, group => group.ToArray()));

    /// <summary>The properties of a resource type that hold policies.</summary>
    public static PolicyProperty[] Of(string resourceType) => ByType.Value.GetValueOrDefault(resourceType, []);

    /// <summary>All of them.</summary>
    public static IEnumerable<PolicyProperty> All => ByType.Value.Values.SelectMany(properties => properties);

    private static PolicyProperty? Parse(string line)
    {
        string[] fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields is not [[not '#', ..] resourceType, var path, var what, .. var rest])
            return null;

        PolicyResourceType? attachedTo = null;
        (string, string)? condition = null;
        foreach (string field in rest)
        {
            if (field.Split('=') is [var name, var value])
                condition = (name, value);
            else if (PolicyResourceTypeExtensions.TryParse(field, out PolicyResourceType parsed))
                attachedTo = parsed;
            else
                throw new FormatException($"'{field}' in: {line}");
        }

        (PropertyContent content, string typeName) = what.Split(':') switch
        {
            ["other"] => (PropertyContent.OtherLanguage, "resource"),
            ["some", var name] => (PropertyContent.DocumentAmongOthers, name),
            ["statements", var name] => (PropertyContent.Statements, name),
            [var name] => (PropertyContent.Document, name),
            _ => throw new FormatException(line),
        };
        PolicyType? type = typeName == "detected" ? null : PolicyTypeExtensions.TryParse(typeName, out PolicyType known) ? known : throw new FormatException(line);
        return new PolicyProperty(resourceType, path.Split('.'), content, type, attachedTo, condition);
    }
}

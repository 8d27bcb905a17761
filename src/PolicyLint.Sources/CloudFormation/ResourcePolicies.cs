using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>A value of a resource that is a policy, or should be one.</summary>
/// <param name="Property">The property that it stands in.</param>
/// <param name="Path">The way to it in the file, for people: <c>Policies[0].PolicyDocument</c>.</param>
/// <param name="Value">The value, worked out at its top.</param>
internal readonly record struct PropertyValue(PolicyProperty Property, string Path, HostNode Value);

/// <summary>Walks the properties of a resource along the table.</summary>
internal static class ResourcePolicies
{
    /// <summary>The values that are there, also those that are not known.</summary>
    /// <param name="resourceType">The type of the resource.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="resolver">Works out functions.</param>
    /// <param name="places">Gets where the properties stand that the table knows.</param>
    public static IEnumerable<PropertyValue> Of(string resourceType, HostNode? properties, TemplateResolver resolver, HashSet<TextSpan> places)
    {
        if (properties is null || resolver.Resolve(properties) is not HostMapping map)
            yield break;

        foreach (PolicyProperty property in PolicyProperty.Of(resourceType))
        {
            if (map[property.Path[0]] is { } start)
                places.Add(start.Span);

            if (property.Condition is { } condition && !MayApply(condition, map, resolver))
                continue;

            foreach ((string path, HostNode value) in Walk(map, property.Path, 0, "", resolver))
                yield return new PropertyValue(property, path, value);
        }
    }

    private static bool MayApply((string Name, string Value) condition, HostMapping properties, TemplateResolver resolver) =>
        properties[condition.Name] is { } node && resolver.Resolve(node) is HostScalar { Value: var value } && value == condition.Value;

    private static IEnumerable<(string Path, HostNode Value)> Walk(HostNode node, string[] path, int step, string written, TemplateResolver resolver)
    {
        if (step == path.Length || TemplateText.IsUnknown(node))
        {
            yield return (written, node);
        }
        else if (path[step] == "*")
        {
            // SAM takes one value for a list of one.
            IEnumerable<(string Written, HostNode Value)> items = node is HostSequence list
                ? resolver.ItemsOf(list).Select(item => (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{written}[{item.Index}]"), item.Value))
                : [(written, node)];
            foreach ((string itemPath, HostNode item) in items)
            {
                foreach (var found in Walk(item, path, step + 1, itemPath, resolver))
                    yield return found;
            }
        }
        else if (node[path[step]] is { } member && resolver.Resolve(member) is { } value)
        {
            string next = written.Length == 0 ? path[step] : $"{written}.{path[step]}";
            foreach (var found in Walk(value, path, step + 1, next, resolver))
                yield return found;
        }
    }
}

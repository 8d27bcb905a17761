using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace PolicyLint.Rules.Personas;

/// <summary>Somebody who works with SageMaker, and the least that the work needs.</summary>
public sealed class Persona
{
    private const string RolesMark = "\"{roles:";

    private readonly Lazy<string> _template;

    internal Persona(string name, string title, string leavesOut, PolicyType type = PolicyType.Identity)
    {
        Name = name;
        Title = title;
        LeavesOut = leavesOut;
        Type = type;
        _template = new Lazy<string>(() => ReadTemplate(name));
    }

    /// <summary>The kebab-case name: <c>data-scientist</c>.</summary>
    public string Name { get; }

    /// <summary>Who it is, as a phrase.</summary>
    public string Title { get; }

    /// <summary>What it does not allow on purpose, and why.</summary>
    public string LeavesOut { get; }

    /// <summary>What the policy is attached to.</summary>
    public PolicyType Type { get; }

    /// <summary>The names of the values that the policy needs, and <c>role</c> where roles are passed.</summary>
    public ImmutableArray<string> Needs
    {
        get
        {
            IEnumerable<string> named = PersonaValues.Names.Where(name => _template.Value.Contains($"{{{name}}}", StringComparison.Ordinal));
            return [.. _template.Value.Contains(RolesMark, StringComparison.Ordinal) ? named.Append("role") : named];
        }
    }

    /// <summary>The policy as JSON: two spaces a level, lines ended with LF.</summary>
    /// <param name="values">What the account has; null for examples.</param>
    public string ToJson(PersonaValues? values = null)
    {
        values ??= PersonaValues.Examples;
        string text = FillRoles(_template.Value, values);
        foreach (string name in PersonaValues.Names.Append("partition"))
            text = text.Replace($"{{{name}}}", values[name], StringComparison.Ordinal);

        return text;
    }

    /// <summary>The policy.</summary>
    /// <param name="values">What the account has; null for examples.</param>
    public PolicyDocument ToPolicy(PersonaValues? values = null) => PolicyDocument.Parse(ToJson(values), Type);

    /// <summary>Name and title.</summary>
    public override string ToString() => $"{Name}: {Title}";

    // "{roles:serving,pipeline}" stands for the roles that are given, or else for examples of these purposes.
    private static string FillRoles(string template, PersonaValues values)
    {
        while (template.IndexOf(RolesMark, StringComparison.Ordinal) is var start and >= 0)
        {
            int purposes = start + RolesMark.Length;
            int end = template.IndexOf("}\"", purposes, StringComparison.Ordinal);
            IEnumerable<string> roles = values.Roles.IsEmpty ? template[purposes..end].Split(',').Select(values.RoleFor) : values.Roles;
            string[] literals = [.. roles.Select(role => $"\"{role}\"")];
            template = $"{template[..start]}{(literals is [var single] ? single : $"[{string.Join(", ", literals)}]")}{template[(end + 2)..]}";
        }

        return template;
    }

    private static string ReadTemplate(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"PolicyLint.Rules.Personas.{name}.json")
            ?? throw new InvalidDataException($"The policy of {name} is missing from the assembly of PolicyLint.Rules.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

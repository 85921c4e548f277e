Wuyou Hall ships these libraries of others, each under the licence named above it.
Where a library offers several licences it stands under each of them.

<#list licenseMap as entry>
<#if entry.getKey() != "Wuyou Hall">
${entry.getKey()}
<#list entry.getValue() as project>
  ${project.name} (${project.groupId}:${project.artifactId}:${project.version}<#if project.url??>, ${project.url}</#if>)
</#list>

</#if>
</#list>

